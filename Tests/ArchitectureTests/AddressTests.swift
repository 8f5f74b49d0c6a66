import Foundation
import Testing

/// A value behind the beginning of an address is escaped as one component of it (`Escaping.appendURLComponent`): a query
/// that is put there whole comes out as `?view%3Dboard`, which nobody reads. So an address whose query is a value is put
/// together as one `String` first.
@Suite("Addresses lead where they say")
struct AddressTests {
    @Test("no query is put behind an address as if it were one value of it")
    func whole() throws {
        let broken = try Checkout.files("swift").flatMap { file in
            try Checkout.text(of: file).split(separator: "\n").flatMap { Addresses(in: $0).broken }
                .map { "\(file.lastPathComponent): \($0)" }
        }
        #expect(broken.isEmpty)
    }

    @Test(
        "and this is how it is told from the others",
        arguments: [
            (#"<a href="\(path)?\(query)">"#, true), (#"<a href=\"\(path)?by=\(by)&\(query)\">"#, true),
            (#"<a href=\"\(path)?by=\(by)&amp;\(query)\">"#, true),
            (#"<a href="\(path(one, two))\(suffix)">"#, true),
            (#"<form action=\"/desk?\(query)\">"#, true), (#"<a href="\(address)">\(words)</a>"#, false),
            (#"<a href="\(path)?of=\(of)&amp;days=\(days)">\(words)\(more)</a>"#, false),
            (#"<a href=\"\(path)?\(scope)=\(key)\">"#, false), (#"<a href="/files/\(id)#l\(line)">"#, false),
            (#"<a href="\(list[one]?.path ?? path("x"))">"#, false), (#"<p class="\(one)\(two)">"#, false),
        ])
    func told(_ markup: String, _ isBroken: Bool) {
        #expect(Addresses(in: markup[...]).broken.isEmpty != isBroken)
    }
}

/// The addresses in a line of markup in the sources.
private struct Addresses {
    private enum Piece: Equatable {
        case words(String)
        case value(String)
    }

    /// Beginnings of a value, not addresses: together with what follows they are one component.
    private static let prefixes: Set<String> = ["NamedAccounts.numberMark"]

    private let found: [[Piece]]

    init(in line: Substring) {
        guard line.contains("href=") || line.contains("action=") || line.contains("src=") else {
            found = []
            return
        }
        found = line.matches(of: /\b(?:href|action|src)=\\?"/).map {
            Self.pieces(line[$0.range.upperBound...])
        }
    }

    /// Those that have a query, or more of a path, where one component is expected.
    var broken: [String] {
        found.filter { pieces in
            pieces.indices.dropFirst().contains { index in
                guard case .value = pieces[index] else { return false }
                switch pieces[index - 1] {
                case .value(let before): return !Self.prefixes.contains(before)
                case .words(let before):
                    let isName = pieces.dropFirst(index + 1).first.map(Self.beginsValue) ?? false
                    return !isName && ["?", "&", "&amp;"].contains { before.hasSuffix($0) }
                }
            }
        }.map { "\($0)" }
    }

    private static func beginsValue(_ piece: Piece) -> Bool {
        if case .words(let words) = piece { words.hasPrefix("=") } else { false }
    }

    /// What stands before the closing quote: the author's words and the values between them.
    private static func pieces(_ text: Substring) -> [Piece] {
        var (pieces, words, rest): ([Piece], String, Substring) = ([], "", text)
        while let next = rest.first, next != "\"", !rest.hasPrefix("\\\"") {
            guard rest.hasPrefix("\\(") else {
                words.append(next)
                rest.removeFirst()
                continue
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            let value = value(rest.dropFirst(2))
            pieces.append(.value(String(value)))
            (words, rest) = ("", rest[value.endIndex...].dropFirst())
        }
        return words.isEmpty ? pieces : pieces + [.words(words)]
    }

    /// Up to the parenthesis that closes it.
    private static func value(_ text: Substring) -> Substring {
        var depth = 1
        return text.prefix { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return depth > 0
        }
    }
}
