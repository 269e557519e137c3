package ledger

// many is how many accounts, or statements of one filing, are compared one with
// another. No owner has as many; a hostile file may, and is then read by keys
// alone.
const many = 400
