// Package markup makes the elements that the screens are built of: an element with a
// class, a link, a button, a drawing. Text of a filing only ever becomes text.
//
// The elements carry no handlers. What can be pressed says so in data-do, and the
// page listens once for all of them.
package markup
