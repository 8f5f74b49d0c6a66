import AdministrativeHall
import Cases
import Disclosure
import Files
import Government
import Identity
import Licences
import Messaging
import Ratings
import ServiceHall
import ServiceRequests
import Services
import Storage
import Web
import WorkingTime

/// The two halls: the one on the web, and the one with windows.
extension Installation {
    /// Where people come in person.
    static func halls(
        _ configuration: Configuration, _ database: Database, _ outbox: Outbox, _ identity: Identity,
        _ library: ServiceLibrary, _ cases: Cases, _ files: FileStore,
        clock: @escaping @Sendable () -> Instant
    ) -> AdministrativeHall {
        AdministrativeHall(
            database: database, outbox: outbox, kiosks: identity.kiosks, site: configuration.publicAddress,
            files: files,
            item: { slug in
                library.catalogue.service(slug).map {
                    HallItem(slug: $0.item.slug, name: $0.item.name, organ: $0.item.organ)
                }
            },
            tablet: { Ratings.tablet(ofWindow: $0) },
            applicant: { try await cases.view($0, for: $1).subject.applicant.accountID }, clock: clock)
    }

    /// Where they apply.
    static func serviceHall(
        _ configuration: Configuration, _ database: Database, _ outbox: Outbox, _ identity: Identity,
        _ library: ServiceLibrary, _ directory: Directory, _ cases: Cases, _ licences: Licences,
        _ files: FileStore, _ cache: PageCache, _ tray: ScanTray, provesFilings: Bool
    ) -> ServiceHall {
        ServiceHall(
            library: library, directory: directory, cases: cases, licences: licences, files: files,
            database: database, cache: cache, mandates: identity.mandates, assuring: identity.assuring,
            outbox: outbox, publicAddress: configuration.publicAddress,
            remark: configuration.isDemo ? "演示数据 不具法律效力" : nil, provesFilings: provesFilings,
            elsewhere: page(of:),
            words: { ServiceRequests.standing(of: $0).map { WhatNow($0.headline, $0.advice) } },
            booking: HallPath.appointments(for:),
            tray: CounterTray(
                waiting: { clerk in
                    try await tray.waiting(for: clerk).map {
                        TrayFile(id: $0.id, name: $0.name, size: $0.size, receivedAt: $0.receivedAt)
                    }
                }, take: ScanTray.take(_:by:in:)))
    }
}
