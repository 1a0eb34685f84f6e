interface Props<Choice> {
  choices: readonly Choice[]
  title(choice: Choice): string
  choose(choice: Choice): void
}

/** Things to say with one tap. */
export const Chips = <Choice,>({ choices, title, choose }: Props<Choice>) =>
  choices.length > 0 && (
    <ul class="chips">
      {choices.map(choice => (
        <li key={title(choice)}>
          <button type="button" class="chip" dir="auto" onClick={() => choose(choice)}>
            {title(choice)}
          </button>
        </li>
      ))}
    </ul>
  )
