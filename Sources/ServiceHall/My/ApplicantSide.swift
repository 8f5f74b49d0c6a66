import Cases
import Files
import Identity
import Licences
import Services
import Storage
import Web

/// Everything an applicant meets after submitting: progress, receipt, 补正, messages, papers, and the public
/// checks of progress and papers.
struct ApplicantSide: Sendable {
    /// Every route.
    let routes: [Route]

    /// - Parameters:
    ///   - publicAddress: where the public reaches this installation, without a slash at the end; printed into
    ///     the codes on papers.
    ///   - printer: sets papers in PDF.
    ///   - provesFilings: whether there is a page that proves a filing, to be linked.
    ///   - elsewhere: the page of a kind of matter that has one of its own.
    ///   - words: how things stand with such a matter, for whoever holds the receipt.
    ///   - drafts: the applications an account has begun, the newest first.
    init(
        cases: Cases, licences: Licences, library: ServiceLibrary, files: FileStore, database: Database,
        publicAddress: String, printer: DocumentPrinter, provesFilings: Bool,
        elsewhere: @escaping @Sendable (Case) -> String?, words: @escaping @Sendable (Case) -> WhatNow?,
        drafts: @escaping @Sendable (Account) async throws -> [DraftLink]
    ) {
        routes =
            ProgressPages(
                cases: cases, library: library, database: database, provesFilings: provesFilings,
                publicAddress: publicAddress, remark: printer.remark, elsewhere: elsewhere
            ).routes
            + WithdrawalPages(cases: cases).routes
            + PublicProgressPages(cases: cases, database: database, words: words).routes
            + EvidencePages(cases: cases, files: files, database: database).routes
            + PromisedPages(cases: cases, files: files).routes
            + HearingPages(cases: cases).routes
            + MyPages(cases: cases, database: database, drafts: drafts).routes
            + DocumentPages(cases: cases, licences: licences, printer: printer).routes
            + WalletPages(licences: licences, printer: printer, publicAddress: publicAddress).routes
            + VerificationPages(cases: cases, licences: licences).routes
            + FilePages(cases: cases).routes
    }
}
