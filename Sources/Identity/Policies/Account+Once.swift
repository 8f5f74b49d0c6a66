import Journal
import Refusals
import Storage
import Web

extension WebRequest {
    /// What makes a change harmless when a program sends it again: the key of its `Idempotency-Key` header; nil when it
    /// gave none. A key that comes back with another content is refused where it is claimed.
    ///
    /// - Parameters:
    ///   - sender: who has made up the key; one sender's keys do not meet another's.
    ///   - operation: the method and the path that are called; a key counts for them alone.
    ///   - content: what was read of the body.
    /// - Throws: `malformed` for a key that is empty or longer than 200 bytes.
    public func once(by sender: Int64, _ operation: String, _ content: some Encodable) throws
        -> Idempotency.Request?
    {
        guard let key = header("Idempotency-Key") else { return nil }
        guard (1...200).contains(key.utf8.count) else {
            throw DomainError.malformed("Idempotency-Key 应为 1 到 200 个字符。")
        }
        return Idempotency.Request(
            accountID: sender, key: key, operation: operation, digest: try Journal.digest(of: content))
    }
}

extension Account {
    /// The same with the keys of this account.
    public func once(_ request: WebRequest, _ operation: String, _ content: some Encodable) throws
        -> Idempotency.Request?
    {
        try request.once(by: id, operation, content)
    }
}
