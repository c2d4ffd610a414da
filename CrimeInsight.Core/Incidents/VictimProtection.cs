namespace CrimeInsight.Core.Incidents;

/// <summary>
/// Which cases are protected (docs/query.md): of them no hour, exact place, words or value are stored or shown, whatever their head. The
/// database holds to it by constraints.
/// </summary>
public static class VictimProtection
{
    /// <summary>The head or any of the sections is sensitive (BNS 64–71, POCSO), or a victim or an accused is under 18 (JJ Act 74).</summary>
    public static bool Covers(Incident incident, CrimeHeadTree heads) =>
        heads.IsSensitive(incident.HeadId) || incident.Sections is { IsSensitive: true }
            || incident.InvolvesMinor || incident.VictimAgeBand.IsMinor() || incident.OffenderAgeBand.IsMinor();
}
