import Hummingbird

/// A path with parameters in braces.
///
/// Inside the router a parameter is called by its place, so that two routes may name the same place
/// differently: `/cases/{number}` and `/cases/{case}/receipt`.
struct PathTemplate: Sendable {
    let routerPath: RouterPath
    /// The parameters' names, in order.
    let names: [String]

    init(_ path: String) {
        var names: [String] = []
        var segments: [String] = []
        for (place, segment) in path.split(separator: "/").enumerated() {
            guard let open = segment.firstIndex(of: "{"), let close = segment.lastIndex(of: "}") else {
                segments.append(String(segment))
                continue
            }
            names.append(String(segment[segment.index(after: open)..<close]))
            segments.append("\(segment[..<open]){\(place)}\(segment[segment.index(after: close)...])")
        }
        self.names = names
        places = segments.enumerated().filter { $0.element.contains("{") }.map { "\($0.offset)" }
        routerPath = RouterPath(segments.joined(separator: "/"))
    }

    private let places: [String]

    /// The parameters by the names the route gave them, still percent-encoded.
    func parameters(_ captured: Parameters) -> [String: String] {
        var values: [String: String] = [:]
        for (name, place) in zip(names, places) { values[name] = captured.get(place) }
        return values
    }
}
