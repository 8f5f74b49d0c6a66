import Refusals

extension WebRequest {
    /// The id in the path.
    ///
    /// - Parameter sentence: what is said when there is no such thing.
    /// - Throws: `notFound` for anything that is no id.
    public func id(_ sentence: Sentence) throws -> Int64 {
        let text = try parameter("id")
        guard let id = Int64(text), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw DomainError.notFound(sentence)
        }
        return id
    }
}
