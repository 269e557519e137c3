//go:build !xmlonly

package parser

// readsAll says that this program reads all formats. With the build tag xmlonly it
// reads ownership XML alone and leaves the rest to [Opener.Elsewhere].
const readsAll = true
