import Web
import WorkingTime

/// Published answers as a file of maps: a FeatureCollection of GeoJSON (RFC 7946).
struct RegisterFeatures: Encodable, Sendable {
    /// What the standard calls such a file (RFC 7946, 12).
    static let contentType = "application/geo+json"

    struct Feature: Encodable, Sendable {
        struct Geometry: Encodable, Sendable {
            let type = "Point"
            /// Longitude, latitude.
            let coordinates: [Double]

            private enum CodingKeys: String, CodingKey { case type, coordinates }
        }

        struct Properties: Encodable, Sendable {
            let title: String
            let category: String
            let street: String?
            let answered: String?
            let url: String
        }

        let type = "Feature"
        let id: String
        let geometry: Geometry
        let properties: Properties

        private enum CodingKeys: String, CodingKey { case type, id, geometry, properties }
    }

    let type = "FeatureCollection"
    let features: [Feature]

    private enum CodingKeys: String, CodingKey { case type, features }

    /// The answers that can be placed; one whose point is none is left out.
    ///
    /// - Parameters:
    ///   - streets: the names of streets by code.
    ///   - site: the address of the installation.
    init(_ rows: [RequestRow], rules: RequestRules, streets: [String: String], site: String) {
        features = rows.compactMap { row in
            guard let title = row.publicTitle, let published = row.publishedAt,
                let place = row.point.flatMap(RoughPlace.init)
            else { return nil }
            return Feature(
                id: String(row.id),
                geometry: .init(coordinates: [place.longitude, place.latitude]),
                properties: .init(
                    title: title, category: rules.category(row.category)?.name ?? row.category,
                    street: row.division.flatMap { streets[$0] }, answered: published.day.iso,
                    url: site + RequestPath.answered(String(row.id))))
        }
    }
}
