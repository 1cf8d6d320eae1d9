package disclosure

// Rerank is rerank for the tests of this package.
var Rerank = rerank
