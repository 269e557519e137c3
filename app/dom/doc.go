// Package dom reaches into the browser's document for what go-app does not do: to find
// and measure elements, to scroll, and to have text read out.
package dom
