import Journal

/// A case together with the texts it stands in: what has not changed need not be written again.
struct StoredCase: Sendable {
    let subject: Case
    /// Its answers as they stand in the table.
    let form: String
    /// Its ``CaseBody`` as it stands in the table.
    let body: String
    /// Which change wrote its row last. That of a root is another one after every change of its matter.
    let revision: Int64

    /// The fingerprint of its substance in the journal: of a document with the three as members, put together from
    /// the texts that are there anyway.
    var fingerprint: String {
        Journal.digest(json: #"{"body":\#(body),"form":\#(form),"phase":"\#(subject.phase.rawValue)"}"#)
    }
}
