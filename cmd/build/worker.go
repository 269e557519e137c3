package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
)

// workerName is the service worker, which keeps the page for use without a server.
const workerName = "sw.js"

// emptyList is where the service worker has its list of files.
const emptyList = `const build = { version: "", files: [] };`

// hashLength is how much of a file's SHA-256 the service worker knows it by, in hex
// digits.
const hashLength = 16

// fileList is what the service worker knows of the page: its files in the order in
// which to get them, each with the hash of its content, and the hash of all of that.
type fileList struct {
	Version string      `json:"version"`
	Files   [][2]string `json:"files"`
}

// list puts the list of the page's files into its service worker, if it has one: what
// a first visit loads comes first, since the browser has that already, and what is
// loaded later next.
func (n *naming) list(page map[string][]byte) error {
	script, ok := page[workerName]
	if !ok {
		return nil
	}
	if bytes.Count(script, []byte(emptyList)) != 1 {
		return errors.New(workerName + " has no place for the list of files: it must hold, once, " + emptyList)
	}
	names := append(n.firstVisit(), n.laterVisit()...)
	for _, name := range slices.Sorted(maps.Keys(page)) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	var list fileList
	var all strings.Builder
	for _, name := range names {
		if name != workerName {
			hash := sha(page[name])[:hashLength]
			list.Files = append(list.Files, [2]string{name, hash})
			all.WriteString(name + " " + hash + "\n")
		}
	}
	list.Version = sha([]byte(all.String()))[:hashLength]
	text, err := json.Marshal(list)
	if err != nil {
		return err
	}
	page[workerName] = bytes.Replace(script, []byte(emptyList), []byte("const build = "+string(text)+";"), 1)
	return nil
}
