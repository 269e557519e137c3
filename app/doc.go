// Package app is what the user sees: functions from a filing to elements, and one
// root component that holds the state of the page.
//
// The views draw and never parse; a filing comes from the engine, through package
// wire. They carry no handlers: what can be pressed says so in data-do, and the
// root listens once for the whole page. Text of a filing is only ever text.
package app
