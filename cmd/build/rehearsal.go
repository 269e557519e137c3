package main

import (
	"bytes"
	"fmt"
)

// The rehearsal of the start: REHEARSAL

// rehearsalAttribute tells web/program.js which script rehearses the start.
const rehearsalAttribute = ` data-rehearse="rehearse.js"`

// withoutRehearsal returns the page without the attribute, so that the start is not
// rehearsed and the script is not served.
func withoutRehearsal(page []byte) ([]byte, error) {
	if bytes.Count(page, []byte(rehearsalAttribute)) != 1 {
		return nil, fmt.Errorf("index.html does not have%s once", rehearsalAttribute)
	}
	return bytes.Replace(page, []byte(rehearsalAttribute), nil, 1), nil
}
