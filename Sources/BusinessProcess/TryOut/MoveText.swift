import DecisionModel

import struct Foundation.Data
import class Foundation.JSONDecoder
import class Foundation.JSONEncoder

extension TryOut.Move {
    /// Reads the short form: a letter and its parts, `c:review:agree`.
    public init(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Self.plain($0) }
        self = Self.read(parts) ?? .unreadable(text)
    }

    /// The short form.
    public var text: String {
        switch self {
        case .complete(let element, let outcome, let place):
            Self.written("c", [element, outcome ?? ""], place)
        case .answer(let element, let value, let place): Self.written("d", [element, value.json], place)
        case .fire(let event, let place): Self.written("t", [event], place)
        case .receive(let message): Self.written("m", [message])
        case .signal(let name): Self.written("s", [name])
        case .fail(let element, nil): Self.written("f", [element])
        case .fail(let element, let error?): Self.written("f", [element, error])
        case .advance: "a"
        case .unreadable(let text): text
        }
    }

    private static func read(_ parts: [String]) -> Self? {
        let place = { (index: Int) -> Int? in parts.count > index ? Int(parts[index]) : 1 }
        switch (parts.first, parts.count) {
        case ("a", 1): return .advance
        case ("c", 3...4):
            return place(3).map { .complete(parts[1], outcome: parts[2].isEmpty ? nil : parts[2], place: $0) }
        case ("d", 3...4):
            guard let value = Value(json: parts[2]) else { return nil }
            return place(3).map { .answer(parts[1], value, place: $0) }
        case ("t", 2...3): return place(2).map { .fire(parts[1], place: $0) }
        case ("m", 2): return .receive(message: parts[1])
        case ("s", 2): return .signal(parts[1])
        case ("f", 2): return .fail(parts[1], error: nil)
        case ("f", 3): return .fail(parts[1], error: parts[2])
        default: return nil
        }
    }

    private static func written(_ letter: String, _ parts: [String], _ place: Int = 1) -> String {
        let all = [letter] + parts.map(escaped) + (place == 1 ? [] : [String(place)])
        return all.joined(separator: ":")
    }

    private static func escaped(_ part: String) -> String {
        part.replacing("~", with: "~t").replacing(":", with: "~c").replacing(";", with: "~s")
    }

    private static func plain(_ part: Substring) -> String {
        String(part.replacing("~s", with: ";").replacing("~c", with: ":").replacing("~t", with: "~"))
    }
}

extension Value {
    /// The value as JSON on one line.
    fileprivate var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }

    fileprivate init?(json: String) {
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(json.utf8)) else { return nil }
        self = value
    }
}
