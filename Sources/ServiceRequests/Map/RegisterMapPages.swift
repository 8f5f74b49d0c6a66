import Codes
import Foundation
import Government
import Identity
import RuleBooks
import Storage
import StreetMaps
import Web

/// Where what was answered is about, for people and for maps.
struct RegisterMapPages: Sendable {
    let office: RequestOffice
    let map: StreetMap
    /// The address of the installation.
    let site: String

    var routes: [Route] {
        [
            .get(RequestPath.map, .anyone, "诉求地图") { request, _ in try await show(request) },
            .get(RequestPath.mapFile, .anyone, "诉求地图的数据") { request, _ in try await file(request) },
        ]
    }

    private func show(_ request: WebRequest) async throws -> WebResponse {
        // All streets stand on the map: it is looked through by category alone.
        let filter = RegisterFilter(category: request.query("category") ?? "")
        let (answers, slice, rules) = try await office.database.read { tx in
            (
                try RegisterMapStore.streets(filter, in: tx),
                try RegisterMapStore.placed(filter, after: request.query("after"), in: tx),
                try office.book.current(in: tx)
            )
        }
        return .page(
            RegisterMapPage(
                filter: filter, answers: answers, placed: slice.items, rules: rules,
                streets: try await office.streets(), map: map, pager: Pager(next: slice.next, of: request)
            ).page)
    }

    private func file(_ request: WebRequest) async throws -> WebResponse {
        let filter = RegisterFilter(
            category: request.query("category") ?? "", division: request.query("division") ?? "")
        let (slice, rules) = try await office.database.read { tx in
            (
                try RegisterMapStore.placed(filter, limit: RegisterMapStore.mostFeatures, in: tx),
                try office.book.current(in: tx)
            )
        }
        let names = Dictionary(try await office.streets().map { ($0.code.text, $0.name) }) { first, _ in first
        }
        let features = RegisterFeatures(slice.items, rules: rules, streets: names, site: site)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .bytes(
            Array(try encoder.encode(features)), contentType: RegisterFeatures.contentType)
    }
}
