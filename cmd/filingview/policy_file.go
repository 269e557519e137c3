package main

// policyFor returns the policy of one file of the page, given that of all. The page
// for site owners shows the viewer in frames, which nothing else may.
func policyFor(name, policy string) string {
	if name == "embed.html" {
		return policy + "; frame-src 'self'"
	}
	return policy
}
