package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// readmeCommands returns the command lines of the tool in the README's blocks of code,
// without the remarks beside them, which begin with a small letter after two blanks.
func readmeCommands(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	remark := regexp.MustCompile(` {2,}[a-z].*$`)
	var out []string
	inside := false
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "```") {
			inside = !inside
		} else if inside && strings.HasPrefix(line, "filingview ") {
			out = append(out, remark.ReplaceAllString(strings.TrimSpace(line), ""))
		}
	}
	return out
}

// TestReadmeCommands runs each command of the README as it stands there, in a folder
// with files of the names that it uses. Only the address of a server is another: a port
// that is free.
func TestReadmeCommands(t *testing.T) {
	form, err := os.ReadFile(filepath.Join(testdata, "xml/form4-plain.xml"))
	if err != nil {
		t.Fatal(err)
	}
	commands := readmeCommands(t)
	t.Chdir(t.TempDir())
	var feed bytes.Buffer
	packed := zip.NewWriter(&feed)
	w, err := packed.Create("a.xml")
	if err == nil {
		_, err = w.Write(form)
	}
	for _, err := range []error{err, packed.Close(), os.Mkdir("filings", 0o777), os.WriteFile("form4.xml", form, 0o666),
		os.WriteFile("filings/a.xml", form, 0o666), os.WriteFile("feed.zip", feed.Bytes(), 0o666)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	issue(t, "viewer.example", "chain.pem", "key.pem")

	seen := map[string]int{}
	for _, command := range commands {
		command, filter, _ := strings.Cut(command, " | ")
		args := readmeArgs(t, command)
		seen[args[0]]++
		if args[0] == "serve" {
			serveBriefly(t, command, args)
			continue
		}
		code, stdout, stderr := tool(t.Context(), nil, args...)
		if code != done || stderr != "" || stdout == "" && args[0] != "export" {
			t.Errorf("%s: exit code %d\n%s%s", command, code, stdout, stderr)
		}
		if filter != "" {
			readmeFilter(t, filter, stdout)
		}
	}
	for _, name := range []string{"serve", "parse", "export", "check"} {
		if seen[name] == 0 {
			t.Errorf("the README shows no use of %s", name)
		}
	}
}

// readmeArgs returns the arguments of a command line: what is optional is given, of a
// choice the first is taken, and names in capitals and patterns stand for files.
func readmeArgs(t *testing.T, command string) []string {
	t.Helper()
	var args []string
	for _, word := range strings.Fields(strings.NewReplacer("[", "", "]", "").Replace(command))[1:] {
		word, _, _ = strings.Cut(word, "|")
		switch {
		case word == "DIR":
			args = append(args, "out")
		case word == "FILE...":
			args = append(args, "form4.xml")
		case strings.Contains(word, "*"):
			files, err := filepath.Glob(word)
			if err != nil || len(files) == 0 {
				t.Fatalf("%s: %v %v", command, files, err)
			}
			args = append(args, files...)
		default:
			args = append(args, word)
		}
	}
	return args
}

// readmeFilter holds a filter of jq, which need not be here, against the JSON that it is
// given: each member that it names is there.
func readmeFilter(t *testing.T, filter, stdout string) {
	t.Helper()
	var report struct {
		Lines []map[string]any `json:"lines"`
	}
	if err := json.Unmarshal([]byte(stdout), &report); err != nil || len(report.Lines) == 0 {
		t.Fatalf("%s: no lines in %s (%v)", filter, stdout, err)
	}
	members := regexp.MustCompile(`\.[a-z]\w*`).FindAllString(filter, -1)
	if len(members) < 2 || members[0] != ".lines" {
		t.Fatalf("%s names %v", filter, members)
	}
	for _, m := range members[1:] {
		if report.Lines[0][m[1:]] == nil {
			t.Errorf("%s: a line has no %s", filter, m)
		}
	}
}

// serveBriefly starts the server and stops it once it says where it is. A binary without
// the page says that, once it has found nothing wrong with the flags.
func serveBriefly(t *testing.T, command string, args []string) {
	t.Helper()
	const free = "127.0.0.1:0"
	if at := slices.Index(args, "-addr"); at >= 0 {
		args[at+1] = free
	} else {
		args = append(args, "-addr", free)
	}
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	var said, logged bytes.Buffer
	code := run(ctx, args, streams{nil, &stopping{Writer: &said, stop: stop}, &logged})
	if built() {
		if code != done || !strings.HasPrefix(said.String(), "Filingview at ") {
			t.Errorf("%s: exit code %d\n%s%s", command, code, &said, &logged)
		}
	} else if !strings.Contains(logged.String(), "The page is not built into this program") {
		t.Errorf("%s: exit code %d\n%s%s", command, code, &said, &logged)
	}
}

// TestReadmeTargets: the Makefile has each target that the README names, in its blocks of
// code and in its text.
func TestReadmeTargets(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	makefile, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("(?m)(?:^|`)make ([a-z-]+)").FindAllSubmatch(text, -1)
	if len(named) < 5 {
		t.Errorf("the README names %d targets", len(named))
	}
	for _, n := range named {
		if !regexp.MustCompile(`(?m)^` + string(n[1]) + `:`).Match(makefile) {
			t.Errorf("the Makefile has no target %s", n[1])
		}
	}
}

// stopping stops a server with the first that it says.
type stopping struct {
	io.Writer
	stop context.CancelFunc
}

func (s *stopping) Write(p []byte) (int, error) {
	defer s.stop()
	return s.Writer.Write(p)
}
