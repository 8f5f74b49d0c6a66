import Cases
import Codes
import Foundation
import Refusals
import Storage
import WorkingTime

/// What is signed of a licence: the same words in the same order everywhere, so that two programs sign the same bytes.
///
/// The bytes are its JSON in UTF-8 with the members of every object in alphabetical order, no blanks, and `/` as it is.
/// Of a person's identity number only the masked form is signed: whoever is shown the file can compare it with a card,
/// and nobody learns a number from it.
public struct LicenceContent: Codable, Sendable, Hashable {
    /// In whose name it is.
    public struct Holder: Codable, Sendable, Hashable {
        /// `person` or `entity`.
        public let kind: Applicant.Kind
        /// The full name.
        public let name: String
        /// Masked identity number of a person, credit code of an entity.
        public let code: String
    }

    /// Who issued it.
    public struct Issuer: Codable, Sendable, Hashable {
        /// Credit code of the organ.
        public let code: String
        /// Its full name.
        public let name: String
    }

    /// The format and its version: `minben-licence/1`.
    public let format: String
    /// The national identifier.
    public let number: String
    /// Its type's 21 characters.
    public let type: String
    /// What it is called.
    public let name: String
    /// In whose name it is.
    public let holder: Holder
    /// Who issued it.
    public let issuer: Issuer
    /// The day of issue.
    public let issuedOn: CivilDate
    /// The last day; absent when there is none.
    public let validUntil: CivilDate?
    /// What stands on it.
    public let facts: [IssuedDocument.Fact]

    enum CodingKeys: String, CodingKey {
        case format, number, type, name, holder, issuer, facts
        case issuedOn = "issued_on"
        case validUntil = "valid_until"
    }

    static let format = "minben-licence/1"

    /// What is signed of a licence that an organ with this credit code issues.
    init(_ licence: Licence, issuerCode: String) {
        format = Self.format
        (number, type, name) = (licence.number, licence.typeCode, licence.name)
        holder = Holder(
            kind: licence.holder.kind, name: licence.holder.name, code: licence.holder.maskedCode)
        issuer = Issuer(code: issuerCode, name: licence.organName)
        (issuedOn, validUntil, facts) = (licence.issuedAt.day, licence.validUntil, licence.facts)
    }

    /// The bytes that are signed.
    /// - Throws: `EncodingError`.
    public func canonical() throws -> [UInt8] { Array(try encodeJSON(self).utf8) }

    /// Reads signed bytes back.
    /// - Throws: `malformed` when they are not a licence in the form above.
    public init(canonical bytes: [UInt8]) throws {
        guard let content = try? JSONDecoder().decode(LicenceContent.self, from: Data(bytes)),
            content.format == Self.format, try content.canonical() == bytes
        else { throw DomainError.malformed("文件里的证照内容不完整，或者不是标准的写法。") }
        self = content
    }
}
