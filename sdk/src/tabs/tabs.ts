// What a chat needs of other tabs. In one piece, which is fetched when the chat is opened.
export { followStorage } from './follow-storage.ts'
export { joinTabs, type Tabs } from './join-tabs.ts'
