namespace CrimeInsight.Core.Sources;

/// <summary>What sources may reach, as the server is set up.</summary>
/// <param name="Folder">Below which watched folders lie; null: there are none.</param>
/// <param name="Settle">How long a file must stand still before it is taken.</param>
/// <param name="PrivateHosts">Hosts within the own network that may be read.</param>
/// <param name="AllowsLoopback">The own machine may be read too, without https.</param>
/// <param name="Patience">How long a sender may say nothing.</param>
public sealed record SourceRules(string? Folder, TimeSpan Settle, IReadOnlyList<string> PrivateHosts, bool AllowsLoopback, TimeSpan Patience)
{
    public const int UsualSettleSeconds = 30;
    public const int UsualPatienceSeconds = 60;
}
