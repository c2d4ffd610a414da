using CrimeInsight.Core.People;
using CrimeInsight.Web.Resources;

namespace CrimeInsight.Web.Features.AuditTrail;

/// <summary>What was done, in plain words.</summary>
internal static class ActionWords
{
    private static readonly Dictionary<string, string> s_keys = new()
    {
        [AuditActions.SignIn] = nameof(TrailText.SignIn),
        [AuditActions.SignInFailed] = nameof(TrailText.SignInFailed),
        [AuditActions.SignInThrottled] = nameof(TrailText.SignInThrottled),
        [AuditActions.SignOut] = nameof(TrailText.SignOut),
        [AuditActions.SessionEnded] = nameof(TrailText.SessionEnded),
        [AuditActions.SignOutEverywhere] = nameof(TrailText.SignOutEverywhere),
        [AuditActions.PasswordChanged] = nameof(TrailText.PasswordChanged),
        [AuditActions.PersonCreated] = nameof(TrailText.PersonCreated),
        [AuditActions.PersonChanged] = nameof(TrailText.PersonChanged),
        [AuditActions.PersonDisabled] = nameof(TrailText.PersonDisabled),
        [AuditActions.PersonEnabled] = nameof(TrailText.PersonEnabled),
        [AuditActions.CodeIssued] = nameof(TrailText.CodeIssued),
        [AuditActions.CodeUsed] = nameof(TrailText.CodeUsed),
        [AuditActions.CodeFailed] = nameof(TrailText.CodeFailed),
        [AuditActions.PersonSessionsEnded] = nameof(TrailText.PersonSessionsEnded),
        [AuditActions.FactorSet] = nameof(TrailText.FactorSet),
        [AuditActions.FactorRemoved] = nameof(TrailText.FactorRemoved),
        [AuditActions.FactorFailed] = nameof(TrailText.FactorFailed),
        [AuditActions.FactorReset] = nameof(TrailText.FactorReset),
        [AuditActions.RecoveryUsed] = nameof(TrailText.RecoveryUsed),
        [AuditActions.RecoveryRenewed] = nameof(TrailText.RecoveryRenewed),
        [AuditActions.PasskeyAdded] = nameof(TrailText.PasskeyAdded),
        [AuditActions.PasskeyRemoved] = nameof(TrailText.PasskeyRemoved),
        [AuditActions.PasskeyFailed] = nameof(TrailText.PasskeyFailed),
        [AuditActions.PasskeyUsed] = nameof(TrailText.PasskeyUsed),
        [AuditActions.SettingChanged] = nameof(TrailText.SettingChanged),
        [AuditActions.IncidentViewed] = nameof(TrailText.IncidentViewed),
        [AuditActions.IncidentsListed] = nameof(TrailText.IncidentsListed),
        [AuditActions.Exported] = nameof(TrailText.Exported),
        [AuditActions.AccessRefused] = nameof(TrailText.AccessRefused),
        [AuditActions.UnknownRefused] = nameof(TrailText.UnknownRefused),
        [AuditActions.Imported] = nameof(TrailText.Imported),
        [AuditActions.BatchRolledBack] = nameof(TrailText.BatchRolledBack),
        [AuditActions.ConflictDecided] = nameof(TrailText.ConflictDecided),
        [AuditActions.PairsDecided] = nameof(TrailText.PairsDecided),
        [AuditActions.OfficialLoaded] = nameof(TrailText.OfficialLoaded),
        [AuditActions.OfficialTakenBack] = nameof(TrailText.OfficialTakenBack),
        [AuditActions.PlaceAdded] = nameof(TrailText.PlaceAdded),
        [AuditActions.PlaceRenamed] = nameof(TrailText.PlaceRenamed),
        [AuditActions.PlaceMoved] = nameof(TrailText.PlaceMoved),
        [AuditActions.PlaceSplit] = nameof(TrailText.PlaceSplit),
        [AuditActions.PlaceMerged] = nameof(TrailText.PlaceMerged),
        [AuditActions.PlacePopulation] = nameof(TrailText.PlacePopulation),
        [AuditActions.PlacePoint] = nameof(TrailText.PlacePoint),
        [AuditActions.PlaceUndone] = nameof(TrailText.PlaceUndone),
        [AuditActions.PlaceAliasAdded] = nameof(TrailText.PlaceAliasAdded),
        [AuditActions.PlaceAliasRemoved] = nameof(TrailText.PlaceAliasRemoved),
        [AuditActions.BoundariesLoaded] = nameof(TrailText.BoundariesLoaded),
        [AuditActions.BoundariesUndone] = nameof(TrailText.BoundariesUndone),
        [AuditActions.SourceSaved] = nameof(TrailText.SourceSaved),
        [AuditActions.SourcePaused] = nameof(TrailText.SourcePaused),
        [AuditActions.SourceResumed] = nameof(TrailText.SourceResumed),
        [AuditActions.SourceDeleted] = nameof(TrailText.SourceDeleted),
        [AuditActions.DemoLoaded] = nameof(TrailText.DemoLoaded),
        [AuditActions.ForecastsStarted] = nameof(TrailText.ForecastsStarted),
        [AuditActions.ForecastsCancelled] = nameof(TrailText.ForecastsCancelled),
        [AuditActions.DemoAccountsEnded] = nameof(TrailText.DemoAccountsEnded),
        [AuditActions.DemoDataEnded] = nameof(TrailText.DemoDataEnded),
    };

    /// <summary>Actions in the order of the list above.</summary>
    public static IEnumerable<string> All => s_keys.Keys;

    /// <summary>Key of an action's words; null: it is shown by its own name.</summary>
    public static string? KeyOf(string action) => s_keys.GetValueOrDefault(action);
}
