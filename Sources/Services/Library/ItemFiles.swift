import Foundation
import Yams

/// The item files delivered with the platform.
public enum ItemFiles {
    /// All items, in their order, read once.
    ///
    /// - Throws: `ItemFileError` naming the file that cannot be read.
    public static func items() throws -> [ServiceItem] { try delivered.get() }

    private static let delivered = Result {
        let files = try FileManager.default
            .contentsOfDirectory(at: folder.appending(path: "Items"), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }
        let single = try files.map { try decode(ServiceItem.self, from: $0) }
        return try (single + jointItems(of: single)).sorted { $0.position < $1.position }
    }

    /// The joint services that are delivered as designs: their forms and materials follow from the items.
    private static func jointItems(of single: [ServiceItem]) throws -> [ServiceItem] {
        let files = try FileManager.default
            .contentsOfDirectory(at: folder.appending(path: "Joint"), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "yaml" }
        return try files.map { try decode(JointFile.self, from: $0).item(of: single) }
    }

    /// The life events under which items are found.
    ///
    /// - Throws: `ItemFileError` when the file cannot be read.
    public static func lifeEvents() throws -> [LifeEvent] {
        try decode([LifeEvent].self, from: folder.appending(path: "life-events.yaml"))
    }

    /// The groups of people under which services and contents are found.
    ///
    /// - Throws: `ItemFileError` when the file cannot be read.
    public static func audiences() throws -> [AudienceGroup] {
        try decode([AudienceGroup].self, from: folder.appending(path: "audiences.yaml"))
    }

    /// The ids of the process definitions delivered beside the items.
    ///
    /// - Throws: `CocoaError` when the folder is missing.
    public static func processes() throws -> Set<String> {
        let files = try FileManager.default
            .contentsOfDirectory(at: folder.appending(path: "Processes"), includingPropertiesForKeys: nil)
        return Set(
            files.filter { $0.pathExtension == "bpmn" }.map { $0.deletingPathExtension().lastPathComponent })
    }

    /// The delivered processes themselves (BPMN 2.0 XML), in the order of their names.
    ///
    /// - Throws: `CocoaError` when a file cannot be read.
    public static func processFiles() throws -> [Data] {
        try processes().sorted().map {
            try Data(contentsOf: folder.appending(path: "Processes/\($0).bpmn"))
        }
    }

    /// The sample district's decision tables (DMN).
    ///
    /// - Throws: `CocoaError` when a file cannot be read.
    public static func decisionFiles() throws -> [Data] {
        try FileManager.default
            .contentsOfDirectory(at: folder.appending(path: "Decisions"), includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "dmn" }.sorted { $0.path < $1.path }
            .map { try Data(contentsOf: $0) }
    }

    static var folder: URL { Bundle.module.bundleURL.appending(path: "Resources") }

    private static func decode<T: Decodable>(_ type: T.Type, from file: URL) throws -> T {
        do {
            return try YAMLDecoder().decode(type, from: Data(contentsOf: file))
        } catch {
            throw ItemFileError(file: file.lastPathComponent, reason: String(describing: error))
        }
    }
}

/// A file that is no item.
public struct ItemFileError: Error, CustomStringConvertible {
    /// The file's name.
    public let file: String
    /// What the decoder found.
    public let reason: String

    /// `food.yaml: …`.
    public var description: String { "\(file): \(reason)" }
}
