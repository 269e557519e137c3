// Package app is the shell of the page: its one component, its address and history,
// what the user presses, and what it needs of the browser. It joins the screens, which
// draw, to the session, which has the engine.
//
// A filing comes from the engine, through package wire. The screens draw and never
// parse. They carry no handlers: what can be pressed says so in data-do, and the shell
// listens once for the whole page. Text of a filing is only ever text.
package app
