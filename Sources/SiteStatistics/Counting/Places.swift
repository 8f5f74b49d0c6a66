/// What the addresses of pages mean, as those who mount them say.
public struct Places: Sendable {
    /// The site and the column an address is in; nil for none.
    let place: @Sendable (_ path: String) -> (site: String, column: String)?
    /// What pages are called, by their addresses; who is not in it is called by its address.
    let names: @Sendable (_ paths: [String]) async throws -> [String: String]

    /// What somebody knows of addresses.
    ///
    /// - Parameters:
    ///   - place: the site and the column of an address, the column empty for the site's own page.
    ///   - names: what is published under addresses.
    public init(
        place: @escaping @Sendable (_ path: String) -> (site: String, column: String)?,
        names: @escaping @Sendable (_ paths: [String]) async throws -> [String: String]
    ) {
        (self.place, self.names) = (place, names)
    }
}
