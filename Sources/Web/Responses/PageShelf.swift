/// Where kept pages stand: found by their address, dropped by what they show, and never more than so many bytes.
///
/// There are two halves. A page that is asked for moves to the front; when the front is full, the back is thrown away and
/// the front becomes the back. Addresses that somebody makes up thus push out each other and not what people read.
struct PageShelf {
    private typealias Half = [String: KeptPage]

    private let maximumBytes: Int
    private var front: Half = [:]
    private var back: Half = [:]
    private var frontBytes = 0
    private var backBytes = 0
    /// The addresses of the pages that show something.
    private var addresses: [String: Set<String>] = [:]

    init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

    /// What it holds, in bytes.
    var bytes: Int { frontBytes + backBytes }

    /// The page at an address, which is thereby one that is asked for.
    mutating func page(at address: String) -> KeptPage? {
        if let page = front[address] { return page }
        guard let page = back.removeValue(forKey: address) else { return nil }
        backBytes -= Self.size(of: page, at: address)
        stand(page, at: address)
        return page
    }

    /// Puts a page in the place of whatever stood there.
    mutating func put(_ page: KeptPage, at address: String) {
        remove(address)
        guard Self.size(of: page, at: address) <= maximumBytes / 2 else { return }
        for topic in page.terms.shows { addresses[topic, default: []].insert(address) }
        stand(page, at: address)
    }

    /// Drops every page that shows something.
    mutating func drop(_ topic: String) {
        for address in addresses[topic] ?? [] { remove(address) }
    }

    private mutating func stand(_ page: KeptPage, at address: String) {
        let size = Self.size(of: page, at: address)
        if frontBytes + size > maximumBytes / 2 {
            for (address, page) in back { forget(page, at: address) }
            (back, backBytes) = (front, frontBytes)
            (front, frontBytes) = ([:], 0)
        }
        front[address] = page
        frontBytes += size
    }

    private mutating func remove(_ address: String) {
        if let page = front.removeValue(forKey: address) {
            frontBytes -= Self.size(of: page, at: address)
            forget(page, at: address)
        } else if let page = back.removeValue(forKey: address) {
            backBytes -= Self.size(of: page, at: address)
            forget(page, at: address)
        }
    }

    private mutating func forget(_ page: KeptPage, at address: String) {
        for topic in page.terms.shows {
            addresses[topic]?.remove(address)
            if addresses[topic]?.isEmpty ?? false { addresses[topic] = nil }
        }
    }

    private static func size(of page: KeptPage, at address: String) -> Int { address.utf8.count + page.bytes }
}
