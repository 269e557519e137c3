// Stands in for crypto.go of go-app v9.8.0 (MIT licence): without encrypted
// states, of which the page has none and which bring AES into its program.

package app

import "github.com/maxence-charriere/go-app/v9/pkg/errors"

func encrypt(string, []byte) ([]byte, error) {
	return nil, errors.New("encrypted states are left out of this build")
}

func decrypt(string, []byte) ([]byte, error) {
	return nil, errors.New("encrypted states are left out of this build")
}
