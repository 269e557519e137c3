package main

import (
	"bytes"
	"fmt"
)

// The start is rehearsed in the worker that compiles the program (web/rehearse.js), so that
// the browser has compiled what the start calls. It saves no bytes but time: the start holds
// the page's thread for some 40 ms in place of 190, and the page is ready 100 ms later. A
// program that asks something else of the document breaks it: the page then starts as
// without it and says so on the console, and the browser test "real filing" fails.

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
