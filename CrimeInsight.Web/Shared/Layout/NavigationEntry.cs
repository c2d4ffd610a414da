using CrimeInsight.Core.People;
using CrimeInsight.Core.Settings;
using CrimeInsight.Core.Tables;

namespace CrimeInsight.Web.Shared.Layout;

/// <summary>A page in the main navigation.</summary>
/// <param name="LowestRole">Roles below do not see the entry (and the page refuses them by its policy).</param>
/// <param name="IsMinor">On phones found under "more".</param>
public sealed record NavigationEntry(string Url, string Icon, TextKey Text, PersonRole LowestRole = PersonRole.Officer, bool IsMinor = false)
{
    /// <summary>Whether it is offered as the site is set; null: always.</summary>
    public Func<AppSettings, bool>? IsOffered { get; init; }
}
