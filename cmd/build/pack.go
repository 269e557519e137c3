package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// packer packs files for browsers and keeps what it has packed.
type packer struct {
	cache string // a folder
	fast  bool
}

// brotliWindow is how far back, as a power of two, what is packed may refer: the most
// that every browser unpacks. The program is larger than the usual window of 22.
const brotliWindow = 24

// packing is a way to pack: the name's ending, the method and how hard it tries.
type packing struct {
	ending string
	level  int
	writer func(io.Writer) (io.WriteCloser, error)
}

func (p packer) packings() []packing {
	br, gz := brotli.BestCompression, gzip.BestCompression
	if p.fast {
		br, gz = 5, 6
	}
	return []packing{
		{".br", br, func(w io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: br, LGWin: brotliWindow}), nil
		}},
		{".gz", gz, func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gz) }},
	}
}

// packable reports whether a file of this name is worth packing: pictures and
// fonts are packed in themselves.
func packable(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".json", ".wasm", ".svg", ".webmanifest", ".txt":
		return true
	}
	return false
}

// packAll returns the files with their packed forms beside them. A form that is not
// smaller is left out.
func (p packer) packAll(page map[string][]byte) (map[string][]byte, error) {
	type job struct {
		name string
		packing
	}
	var jobs []job
	for name := range page {
		if packable(name) {
			for _, way := range p.packings() {
				jobs = append(jobs, job{name, way})
			}
		}
	}
	// The longest first, so that no processor is left with it at the end.
	slices.SortFunc(jobs, func(a, b job) int { return cmp.Compare(len(page[b.name]), len(page[a.name])) })

	all := maps.Clone(page)
	var mu sync.Mutex
	var failure error
	var wg sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, j := range jobs {
		free <- struct{}{}
		wg.Go(func() {
			defer func() { <-free }()
			packed, err := p.pack(page[j.name], j.packing)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				failure = errors.Join(failure, fmt.Errorf("packing %s: %w", j.name, err))
			} else if len(packed) < len(page[j.name]) {
				all[j.name+j.ending] = packed
			}
		})
	}
	wg.Wait()
	return all, errors.Join(failure, p.prune())
}

// pack packs data, or finds it packed.
func (p packer) pack(data []byte, way packing) ([]byte, error) {
	kept := filepath.Join(p.cache, fmt.Sprintf("%s.%d%s", sha(data), way.level, way.ending))
	if packed, err := os.ReadFile(kept); err == nil {
		now := time.Now()
		return packed, os.Chtimes(kept, now, now)
	}
	var buf bytes.Buffer
	w, err := way.writer(&buf)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(data)
	if err := errors.Join(err, w.Close()); err != nil {
		return nil, err
	}
	return buf.Bytes(), replace(kept, buf.Bytes())
}

// cacheAge is how long something packed is kept after it was last asked for.
const cacheAge = 7 * 24 * time.Hour

// prune removes what has not been asked for in a while.
func (p packer) prune() error {
	entries, err := os.ReadDir(p.cache)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		info, infoErr := e.Info()
		if infoErr != nil {
			err = errors.Join(err, infoErr)
		} else if time.Since(info.ModTime()) > cacheAge {
			err = errors.Join(err, os.Remove(filepath.Join(p.cache, e.Name())))
		}
	}
	return err
}
