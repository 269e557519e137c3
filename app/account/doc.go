// Package account is the screen that shows one account through time: its balance as a
// plot, filing by filing, and line by line.
package account
