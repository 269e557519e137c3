package container

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"filingview/parser/internal/dataset"
	"filingview/parser/internal/refusal"
	"filingview/parser/internal/wording"
)

// zips yields the members of a ZIP, or of several that stand one after the other.
func (u *unpacker) zips(name string, data []byte) {
	const format = "a ZIP archive"
	n := 0
	for _, part := range zipParts(data) {
		if !isZip(part) {
			// A text, a tar or a gzip that somebody joined to a ZIP; or a program that unpacks it.
			if !isPadding(part) && !isProgram(part) {
				n++
				u.fail(name, &refusal.Error{Kind: refusal.ErrDamaged, Format: format,
					Reason: "Beside " + format + ", " + wording.Bytes(int64(len(part))) + " stand in this file that are in no member of it, and are not read.",
					Advice: "Open what was joined one by one."})
			}
			continue
		}
		r, err := zip.NewReader(bytes.NewReader(part), int64(len(part)))
		if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
			u.unpackFailed(name, format, err)
			n++
			continue
		}
		if unlisted(part, r.File) {
			n++
			u.fail(name, &refusal.Error{Kind: refusal.ErrDamaged, Format: format,
				Reason: "This is a ZIP archive with members that its directory does not list, which are not read.",
				Advice: "Download or pack it again."})
		}
		files := r.File
		if dataset.Is(files) {
			n++
			u.stopped = u.stopped || !u.yield(Member{name, part}, nil)
			files = slices.DeleteFunc(slices.Clone(files), func(f *zip.File) bool { return dataset.IsPart(f.Name) })
		}
		if what, isPart := officeDocument(files); what != "" {
			n++
			u.fail(name, &refusal.Error{Kind: refusal.ErrFormat, Format: what,
				Reason: "This is " + what + ", not a filing as EDGAR has it.",
				Advice: "Open the filing's XML or .txt from EDGAR instead."})
			files = slices.DeleteFunc(slices.Clone(files), func(f *zip.File) bool { return isPart(f.Name) })
		}
		var ok bool
		if n, ok = u.zipMembers(name, files, n); !ok {
			return
		}
	}
	if n == 0 {
		u.empty(name, format)
	}
}

const (
	zipLocal, zipEnd = "PK\x03\x04", "PK\x05\x06"
	zipEndSize       = 22
)

// zipParts cuts data where one ZIP ends and another begins. The directory of a ZIP is at
// its end and says how long it is, so that it is read from there; what stands before the
// last one may be another, or a program that unpacks it. What follows it may be one that
// is cut off.
func zipParts(data []byte) [][]byte {
	var parts [][]byte
	for len(data) > 0 {
		end := bytes.LastIndex(data, []byte(zipEnd))
		if end < 0 || end+zipEndSize > len(data) {
			return append(parts, data) // the reader says what is wrong with it
		}
		size, offset := binary.LittleEndian.Uint32(data[end+12:]), binary.LittleEndian.Uint32(data[end+16:])
		after := end + zipEndSize + int(binary.LittleEndian.Uint16(data[end+20:]))
		start := int64(end) - int64(size) - int64(offset)
		if size == 1<<32-1 || offset == 1<<32-1 || start < 0 || after > len(data) {
			return append(parts, data)
		}
		if rest := bytes.TrimLeft(data[after:], "\x00"); len(rest) > 0 {
			parts = append(parts, rest)
		}
		parts = append(parts, data[start:after])
		if data = data[:start]; !isZip(data) {
			parts = append(parts, data)
			break
		}
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return parts
}

// unlisted reports whether a member stands in a ZIP that its directory does not list: one that
// was damaged or made to hide it.
func unlisted(part []byte, files []*zip.File) bool {
	// Outside the bytes of the members stands one header for each, and no other.
	headers := bytes.Count(part, []byte(zipLocal))
	for _, f := range files {
		at, err := f.DataOffset()
		if err != nil || at > int64(len(part)) {
			return false // told when it is opened
		}
		end := at + int64(min(f.CompressedSize64, uint64(int64(len(part))-at)))
		headers -= bytes.Count(part[at:end], []byte(zipLocal))
	}
	return headers > len(files)
}

// isProgram reports whether a program stands there, as it does in a ZIP that unpacks itself.
func isProgram(b []byte) bool {
	return bytes.HasPrefix(b, []byte("MZ")) || bytes.HasPrefix(b, []byte("\x7fELF"))
}

// officeDocument says what a ZIP is whose members are the parts of one document, and which
// members those are; "" for any other. Files that somebody put beside them are no parts.
func officeDocument(files []*zip.File) (what string, isPart func(name string) bool) {
	has := func(start string) bool {
		for _, f := range files {
			if strings.HasPrefix(f.Name, start) {
				return true
			}
		}
		return false
	}
	under := func(starts ...string) func(string) bool {
		return func(name string) bool {
			for _, s := range starts {
				if strings.HasPrefix(name, s) {
					return true
				}
			}
			return false
		}
	}
	if has("[Content_Types].xml") {
		for _, kind := range [...]struct{ folder, what string }{{"word/", "a Word document"}, {"xl/", "an Excel workbook"}, {"ppt/", "a PowerPoint presentation"}} {
			if has(kind.folder) {
				return kind.what, under("[Content_Types].xml", "_rels/", "docProps/", "customXml/", "docMetadata/", kind.folder)
			}
		}
	}
	if has("mimetype") && has("META-INF/manifest.xml") && has("content.xml") {
		return "an OpenDocument text or spreadsheet", under("mimetype", "META-INF/", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf", "Thumbnails/", "Configurations2/", "Pictures/", "Object ", "ObjectReplacements/", "layout-cache")
	}
	if has("mimetype") && has("META-INF/container.xml") {
		return "an electronic book (EPUB)", under("")
	}
	return "", nil
}
