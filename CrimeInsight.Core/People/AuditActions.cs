namespace CrimeInsight.Core.People;

/// <summary>Names of audited actions. Stored; never rename.</summary>
public static class AuditActions
{
    public const string SignIn = "sign-in";
    public const string SignInFailed = "sign-in.failed";
    public const string SignInLockedOut = "sign-in.locked-out";
    public const string SignOut = "sign-out";
    public const string SessionEnded = "session.ended";
    public const string SignOutEverywhere = "session.ended-all";
    public const string PasswordChanged = "password.changed";
    public const string PersonCreated = "person.created";
    public const string IncidentViewed = "incident.viewed";

    /// <summary>Cases of a sensitive head were listed.</summary>
    public const string IncidentsListed = "incident.listed";
    public const string Exported = "export";
    public const string Imported = "import";
    public const string DemoLoaded = "demo-data.loaded";

    public const string ForecastsStarted = "forecasts.started";
    public const string ForecastsCancelled = "forecasts.cancelled";

    /// <summary>Written by the database when the first case that is not synthetic is loaded.</summary>
    public const string DemoAccountsEnded = "demo-accounts.ended";

    /// <summary>Written by the database when a real batch has removed the synthetic cases.</summary>
    public const string DemoDataEnded = "demo-data.ended";
}
