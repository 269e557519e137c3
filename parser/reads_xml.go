//go:build xmlonly

package parser

// readsAll is false: the readers of pages, PDFs and text are not linked.
const readsAll = false
