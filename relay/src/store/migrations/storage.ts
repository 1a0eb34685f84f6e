import type { CreateTableBuilder } from 'kysely'

/** What the databases do not spell alike. */
export interface Storage {
  /** Keeps a table's rows in the order of its primary key, where the database can. */
  clustered<Table extends string, Column extends string>(
    table: CreateTableBuilder<Table, Column>
  ): CreateTableBuilder<Table, Column>
}
