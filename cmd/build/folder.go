package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// placeholder keeps the empty web/dist in the repository.
const placeholder = "placeholder.txt"

// claim refuses a folder that holds something other than a page, since what is in
// it will be removed.
func claim(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == "index.html" || e.Name() == placeholder {
			return nil
		}
	}
	return fmt.Errorf("%s holds files that are no page, and building one there would remove them: name an empty folder", dir)
}

// fill makes a folder hold these files and no others, but for a placeholder. What
// is there already is not written again.
func fill(dir string, files map[string][]byte) error {
	for name, data := range files {
		if err := replace(filepath.Join(dir, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	var folders []string
	err := filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		name, relErr := filepath.Rel(dir, file)
		if err != nil || relErr != nil {
			return errors.Join(err, relErr)
		}
		if e.IsDir() {
			folders = append(folders, file)
			return nil
		}
		if _, ok := files[filepath.ToSlash(name)]; ok || name == placeholder {
			return nil
		}
		return os.Remove(file)
	})
	if err != nil {
		return err
	}
	for i := len(folders) - 1; i > 0; i-- {
		if left, err := os.ReadDir(folders[i]); err != nil {
			return err
		} else if len(left) == 0 {
			if err := os.Remove(folders[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// replace writes a file unless it holds the same already. The new file takes the
// old one's place whole, for somebody may be reading it.
func replace(name string, data []byte) error {
	if have, err := os.ReadFile(name); err == nil && bytes.Equal(have, data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	made, err := os.CreateTemp(filepath.Dir(name), ".making-*")
	if err != nil {
		return err
	}
	_, err = made.Write(data)
	err = errors.Join(err, made.Chmod(0o644), made.Close())
	if err == nil {
		err = os.Rename(made.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(made.Name()))
	}
	return nil
}
