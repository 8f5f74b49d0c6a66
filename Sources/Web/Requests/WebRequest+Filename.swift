extension WebRequest {
    /// The file name that comes with bare bytes: `Content-Disposition: attachment; filename*=UTF-8''…` (RFC
    /// 6266), or the plain `filename`. Nil when there is none. Not to be used as a path.
    ///
    /// - Throws: `DomainError.malformed` when the encoded name is not UTF-8.
    public func filename() throws -> String? {
        guard let disposition = header("Content-Disposition") else { return nil }
        let parameters = HeaderParameters(disposition)
        guard let extended = parameters.value("filename*") else { return parameters.value("filename") }
        // charset'language'value: RFC 8187 knows UTF-8 alone.
        let parts = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return parameters.value("filename") }
        return try PercentCoding.decode(parts[2], plusIsSpace: false)
    }
}
