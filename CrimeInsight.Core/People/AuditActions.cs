namespace CrimeInsight.Core.People;

/// <summary>Names of audited actions. Stored; never rename.</summary>
public static class AuditActions
{
    public const string SignIn = "sign-in";
    public const string SignInFailed = "sign-in.failed";

    /// <summary>An attempt that came too early after others, whatever its password.</summary>
    public const string SignInThrottled = "sign-in.throttled";
    public const string SignOut = "sign-out";
    public const string SessionEnded = "session.ended";
    public const string SignOutEverywhere = "session.ended-all";
    public const string PasswordChanged = "password.changed";
    public const string PersonCreated = "person.created";
    public const string PersonChanged = "person.changed";
    public const string PersonDisabled = "person.disabled";
    public const string PersonEnabled = "person.enabled";

    /// <summary>A one-time code for a new password; the old one ended.</summary>
    public const string CodeIssued = "person.code-issued";
    public const string CodeUsed = "person.code-used";

    /// <summary>A one-time code that did not fit, or came too early after others.</summary>
    public const string CodeFailed = "person.code-failed";
    public const string PersonSessionsEnded = "person.sessions-ended";

    public const string FactorSet = "factor.set";
    public const string FactorRemoved = "factor.removed";
    public const string FactorFailed = "factor.failed";

    /// <summary>An administrator took a second factor away, for a device that was lost.</summary>
    public const string FactorReset = "factor.reset";

    /// <summary>A code on paper opened the account.</summary>
    public const string RecoveryUsed = "factor.recovery-used";
    public const string RecoveryRenewed = "factor.recovery-renewed";

    public const string PasskeyAdded = "passkey.added";
    public const string PasskeyRemoved = "passkey.removed";
    public const string PasskeyFailed = "passkey.failed";

    /// <summary>A passkey opened the account, alone or after the password.</summary>
    public const string PasskeyUsed = "passkey.used";

    public const string SettingChanged = "setting.changed";

    public const string IncidentViewed = "incident.viewed";

    /// <summary>Cases were listed, protected ones among them, or by number.</summary>
    public const string IncidentsListed = "incident.listed";
    public const string Exported = "export";

    /// <summary>A person asked for a page, a place or a record that is not theirs to see, or that is not there.</summary>
    public const string AccessRefused = "access.refused";

    /// <summary>Requests that nobody signed in made from one address in one minute, and that were refused; the row counts them.</summary>
    public const string UnknownRefused = "access.refused-unknown";
    public const string Imported = "import";
    public const string BatchRolledBack = "import.rolled-back";
    public const string ConflictDecided = "import.decided";

    /// <summary>Cases that may be one were decided to be that, or not, or what was decided of them was taken back.</summary>
    public const string PairsDecided = "import.pairs-decided";

    /// <summary>A table of official figures was kept.</summary>
    public const string OfficialLoaded = "official.loaded";
    public const string OfficialTakenBack = "official.taken-back";
    public const string PlaceAdded = "place.add";
    public const string PlaceRenamed = "place.rename";
    public const string PlaceMoved = "place.move";
    public const string PlaceSplit = "place.split";
    public const string PlaceMerged = "place.merge";

    /// <summary>How many live in a place was said anew.</summary>
    public const string PlacePopulation = "place.population";
    public const string PlacePoint = "place.point";

    /// <summary>An edit of places was taken back.</summary>
    public const string PlaceUndone = "place.undone";
    public const string PlaceAliasAdded = "place-alias.added";
    public const string PlaceAliasRemoved = "place-alias.removed";

    /// <summary>An edition of boundaries was kept.</summary>
    public const string BoundariesLoaded = "boundary.loaded";
    public const string BoundariesUndone = "boundary.undone";

    /// <summary>A source of files was added or changed.</summary>
    public const string SourceSaved = "source.saved";
    public const string SourcePaused = "source.paused";
    public const string SourceResumed = "source.resumed";
    public const string SourceDeleted = "source.deleted";
    public const string DemoLoaded = "demo-data.loaded";

    public const string ForecastsStarted = "forecasts.started";
    public const string ForecastsCancelled = "forecasts.cancelled";

    /// <summary>Written by the database when the first case that is not synthetic is loaded.</summary>
    public const string DemoAccountsEnded = "demo-accounts.ended";

    /// <summary>Written by the database when a real batch has removed the synthetic cases.</summary>
    public const string DemoDataEnded = "demo-data.ended";
}
