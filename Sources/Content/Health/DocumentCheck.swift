/// What a program can see of a text: where it leads, and which words are in it. Pure: who knows about addresses is asked.
struct DocumentCheck: Sendable {
    /// What is known of an address.
    enum Answer: Sendable, Hashable {
        case alive
        case dead(String)
        /// Nobody knows, and nobody was asked.
        case unknown
    }

    /// Where the house is reached, without a slash at its end: whole addresses that begin with it are our own.
    let origin: String
    let leaks: LeakCheck

    /// The addresses a text leads to, in their own words.
    static func links(of manuscript: Manuscript) -> Set<String> {
        return Set(
            ContentText(manuscript.body).spans.compactMap { span in
                if case .link(_, let address) = span, !Self.isNoPage(address) { address } else { nil }
            })
    }

    /// The path in this house an address leads to; nil for one of another house.
    func path(of address: String) -> String? {
        let own =
            address.hasPrefix("/")
            ? address : address.hasPrefix(origin + "/") ? String(address.dropFirst(origin.count)) : nil
        guard let own else { return address == origin ? "/" : nil }
        return String(own.prefix { $0 != "?" && $0 != "#" })
    }

    /// What is wrong with a text, given what is known of its addresses.
    func flaws(in manuscript: Manuscript, _ answers: [String: Answer]) -> [Flaw] {
        let links = Self.links(of: manuscript).sorted().compactMap { address -> Flaw? in
            switch answers[address] ?? .unknown {
            case .alive: nil
            case .dead(let why): Flaw(kind: .deadLink, detail: address, hint: why)
            case .unknown:
                Flaw(kind: .uncheckedLink, detail: address, hint: "没有自动检查，请人工点开看一看")
            }
        }
        let words = leaks.wrongWords(in: manuscript).map {
            Flaw(kind: .wrongWord, detail: "「\($0.find)」", hint: "建议改为「\($0.say)」")
        }
        return links + words
    }

    private static func isNoPage(_ address: String) -> Bool {
        ["mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
    }
}

extension LeakCheck {
    /// The words of the list that stand in a manuscript.
    func wrongWords(in manuscript: Manuscript) -> [Word] {
        let text = [manuscript.title, manuscript.summary, manuscript.body].joined(separator: "\n")
        return listed.filter { text.contains($0.find) }
    }
}
