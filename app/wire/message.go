package wire

// Encode writes the request's header.
func (r *Request) Encode() []byte {
	c := coder{out: make([]byte, 0, 64)}
	c.version()
	c.request(r)
	return c.out
}

// DecodeRequest reads a request's header. The error wraps [ErrVersion] or
// [ErrMessage].
func DecodeRequest(header []byte) (Request, error) {
	c := coder{reading: true, in: string(header)}
	var r Request
	c.version()
	c.request(&r)
	if err := c.end(); err != nil {
		return Request{}, err
	}
	return r, nil
}

// Encode writes the reply's header.
func (r *Reply) Encode() []byte {
	c := coder{out: make([]byte, 0, 64)}
	c.version()
	c.reply(r)
	return c.out
}

// DecodeReply reads a reply's header. The error wraps [ErrVersion] or
// [ErrMessage].
func DecodeReply(header []byte) (Reply, error) {
	c := coder{reading: true, in: string(header)}
	var r Reply
	c.version()
	c.reply(&r)
	if err := c.end(); err != nil {
		return Reply{}, err
	}
	return r, nil
}

func (c *coder) request(r *Request) {
	c.int(&r.ID)
	c.string((*string)(&r.Op))
	c.int(&r.File)
	c.string(&r.Name)
	c.string(&r.Reason)
	c.ref(&r.Ref)
	slice(c, &r.Refs, (*coder).ref)
	c.int(&r.From)
	c.int(&r.Count)
	c.string(&r.Query)
	c.string(&r.Format)
	c.string(&r.Account)
	c.string(&r.Which)
	c.string(&r.Sort)
}

func (c *coder) reply(r *Reply) {
	c.int(&r.ID)
	c.string((*string)(&r.Op))
	c.string(&r.Error)
	c.int(&r.Working)
	c.int(&r.File)
	c.int(&r.Opened)
	c.int(&r.Failed)
	c.bool(&r.Stopped)
	c.string(&r.Reason)
	c.int(&r.Total)
	c.int(&r.Matching)
	c.int(&r.From)
	slice(c, &r.Entries, (*coder).entry)
	c.ref(&r.Ref)
	c.int(&r.Code)
	c.string(&r.Name)
	c.string(&r.Type)
}

func (c *coder) ref(r *Ref) {
	c.int(&r.File)
	c.int(&r.N)
}

func (c *coder) entry(e *Entry) {
	c.ref(&e.Ref)
	c.string(&e.Name)
	c.string(&e.Failed)
	c.string(&e.Form)
	c.string(&e.Issuer)
	c.string(&e.Symbol)
	slice(c, &e.Owners, (*coder).string)
	c.string(&e.Period)
	c.string(&e.FiledAt)
	c.int(&e.TableI)
	c.int(&e.TableII)
	c.int(&e.Errors)
	c.int(&e.Warnings)
}
