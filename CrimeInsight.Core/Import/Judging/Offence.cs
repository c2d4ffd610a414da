using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statutes;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>What a section of a case's list may be counted as.</summary>
/// <param name="Place">Of the section in the list.</param>
/// <param name="Heads">Leaves that share it, the one that counts without more knowledge first.</param>
/// <param name="Act">Of the section.</param>
/// <param name="IsKnown">The section stands in the table.</param>
internal sealed record Offence(int Place, IReadOnlyList<CrimeHead> Heads, StatuteAct Act, Punishment Punishment, bool IsKnown)
{
    public CrimeHead Head => Heads[0];
}
