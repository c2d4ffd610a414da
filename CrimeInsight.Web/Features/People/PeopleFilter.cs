using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Features.People;

/// <summary>Which people are shown.</summary>
/// <param name="Text">All of its words are in their name, sign-in name or places.</param>
/// <param name="Role">Null: any.</param>
/// <param name="State">Null: any.</param>
internal sealed record PeopleFilter(string Text = "", PersonRole? Role = null, PersonState? State = null)
{
    public IEnumerable<ManagedPerson> Of(IEnumerable<ManagedPerson> people, ReferenceData reference)
    {
        var words = JurisdictionSearch.Normalise(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return people.Where(person => (Role is null || person.Role == Role) && (State is null || person.State == State)
            && (words.Length == 0 || Holds(JurisdictionSearch.Normalise($"{person.DisplayName} {person.UserName} {person.PlacesOf(reference)}"), words)));
    }

    private static bool Holds(string text, string[] words) => words.All(word => text.Contains(word, StringComparison.Ordinal));
}
