package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// method is how strings or streams are encrypted.
type method uint8

const (
	methodNone method = iota
	methodRC4
	methodAES // with a key for each object
	methodAES256
)

// crypt is the standard security handler (ISO 32000-2, 7.6.4) with the key that the
// empty password gives.
type crypt struct {
	key              []byte
	streams, strings method
}

// decrypt decrypts all objects with the empty password, if the file is encrypted.
func (f *file) decrypt() error {
	d, ok := f.resolve(f.trailer["Encrypt"]).(dict)
	if !ok {
		return nil
	}
	c, err := f.handler(d)
	if err != nil {
		return err
	}
	own, _ := f.trailer["Encrypt"].(ref)
	for number, e := range f.objects {
		if number == int(own) {
			continue
		}
		f.clock.tick()
		head, _ := e.object.(dict)
		if head["Type"] == name("XRef") {
			continue
		}
		e.object = c.inside(e.object, number, e.gen)
		if e.stream != nil && head["Type"] == name("Metadata") {
			e.stream = nil // may be in the clear, and is not read
		}
		if e.stream != nil {
			e.stream = c.open(c.streams, e.stream, number, e.gen)
		}
	}
	delete(f.trailer, "Encrypt")
	return nil
}

// inside decrypts the strings in an object.
func (c *crypt) inside(o object, number, gen int) object {
	switch o := o.(type) {
	case string:
		return string(c.open(c.strings, []byte(o), number, gen))
	case array:
		for i := range o {
			o[i] = c.inside(o[i], number, gen)
		}
	case dict:
		for k := range o {
			o[k] = c.inside(o[k], number, gen)
		}
	}
	return o
}

// open decrypts the bytes of a string or stream. What is no whole number of blocks is
// damaged; the whole blocks are taken.
func (c *crypt) open(m method, b []byte, number, gen int) []byte {
	key := c.key
	if m == methodRC4 || m == methodAES {
		h := md5.New()
		h.Write(c.key)
		h.Write([]byte{byte(number), byte(number >> 8), byte(number >> 16), byte(gen), byte(gen >> 8)})
		if m == methodAES {
			h.Write([]byte("sAlT"))
		}
		key = h.Sum(nil)[:min(16, len(c.key)+5)]
	}
	switch m {
	case methodRC4:
		out := make([]byte, len(b))
		if r, err := rc4.NewCipher(key); err == nil {
			r.XORKeyStream(out, b)
		}
		return out
	case methodAES, methodAES256:
		n := len(b) / aes.BlockSize * aes.BlockSize
		block, err := aes.NewCipher(key)
		if n < 2*aes.BlockSize || err != nil {
			return nil
		}
		out := make([]byte, n-aes.BlockSize)
		cipher.NewCBCDecrypter(block, b[:aes.BlockSize]).CryptBlocks(out, b[aes.BlockSize:n])
		if pad := int(out[len(out)-1]); pad >= 1 && pad <= aes.BlockSize {
			out = out[:len(out)-pad]
		}
		return out
	}
	return b
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// handler makes the key that the empty password gives, or says why there is none.
func (f *file) handler(d dict) (*crypt, error) {
	number := func(key name) int { n, _ := f.resolve(d[key]).(int64); return int(n) }
	text := func(key name) []byte { s, _ := f.resolve(d[key]).(string); return []byte(s) }
	if f.resolve(d["Filter"]) != name("Standard") {
		return nil, refuse(Cipher, "This PDF is encrypted for certain readers, in a way that is not read here.", elsewhere)
	}
	v, r := number("V"), number("R")
	c := &crypt{streams: methodRC4, strings: methodRC4}
	if v >= 4 {
		c.streams, c.strings = f.filter(d, "StmF"), f.filter(d, "StrF")
	}
	locked := refuse(Password, "This PDF is encrypted and asks for a password.", "Open it with its password, print it to a PDF without one, and open that.")
	switch {
	case v == 5 && (r == 5 || r == 6):
		u, ue := text("U"), text("UE")
		if len(u) < 48 || len(ue) < 32 {
			return nil, refuse(Damaged, "This PDF is encrypted, and what says how is damaged.", elsewhere)
		}
		if !bytes.Equal(hash256(r, u[32:40]), u[:32]) {
			return nil, locked
		}
		block, err := aes.NewCipher(hash256(r, u[40:48]))
		if err != nil {
			return nil, locked
		}
		c.key = make([]byte, 32)
		cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(c.key, ue[:32])
		return c, nil
	case v < 1 || v > 4 || r < 2 || r > 4:
		return nil, refuse(Cipher, "This PDF is encrypted in a way that is not read here.", elsewhere)
	}
	o, u := text("O"), text("U")
	if len(o) < 32 || len(u) < 16 {
		return nil, refuse(Damaged, "This PDF is encrypted, and what says how is damaged.", elsewhere)
	}
	length := number("Length") / 8
	switch {
	case v == 1 || length < 5:
		length = 5
	case length > 16:
		length = 16
	}
	if v == 4 {
		length = 16
	}
	var id []byte
	if ids, ok := f.resolve(f.trailer["ID"]).(array); ok && len(ids) > 0 {
		s, _ := f.resolve(ids[0]).(string)
		id = []byte(s)
	}
	h := md5.New()
	h.Write(padding)
	h.Write(o[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(number("P"))))
	h.Write(id)
	if plain, ok := f.resolve(d["EncryptMetadata"]).(bool); ok && !plain && r >= 4 {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if r >= 3 {
		for range 50 {
			s := md5.Sum(key[:length])
			key = s[:]
		}
	}
	c.key = key[:length]
	if !userKey(c.key, u, id, r) {
		return nil, locked
	}
	return c, nil
}

// filter gives the method that a crypt filter names.
func (f *file) filter(d dict, key name) method {
	filters, _ := f.resolve(d["CF"]).(dict)
	which, _ := f.resolve(d[key]).(name)
	one, _ := f.resolve(filters[which]).(dict)
	switch f.resolve(one["CFM"]) {
	case name("V2"):
		return methodRC4
	case name("AESV2"):
		return methodAES
	case name("AESV3"):
		return methodAES256
	}
	return methodNone
}

// userKey reports whether a key is that of the user's password (algorithms 4 and 5).
func userKey(key, u, id []byte, r int) bool {
	out := make([]byte, 32)
	if r == 2 {
		if c, err := rc4.NewCipher(key); err == nil {
			c.XORKeyStream(out, padding)
		}
		return bytes.Equal(out, u[:min(32, len(u))])
	}
	s := md5.Sum(append(append([]byte{}, padding...), id...))
	out = s[:]
	for i := range 20 {
		k := make([]byte, len(key))
		for j := range k {
			k[j] = key[j] ^ byte(i)
		}
		if c, err := rc4.NewCipher(k); err == nil {
			c.XORKeyStream(out, out)
		}
	}
	return bytes.Equal(out, u[:16])
}

// hash256 is the hash of the empty password (algorithm 2.B of ISO 32000-2; a plain
// SHA-256 in revision 5).
func hash256(r int, salt []byte) []byte {
	s := sha256.Sum256(salt)
	k := s[:]
	if r == 5 {
		return k
	}
	for i := 0; ; i++ {
		round := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := make([]byte, len(round))
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, round)
		sum := 0
		for _, b := range e[:16] {
			sum += int(b)
		}
		switch sum % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-32 {
			return k[:32]
		}
	}
}
