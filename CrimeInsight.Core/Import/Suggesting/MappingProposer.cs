using System.Text;
using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Import.Understanding;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Suggesting;

/// <summary>
/// Proposes what a file says outside of its columns, or of rows that are no cases: a state or district that its title, name or sheet names; rows of
/// totals and cancelled ones; rows of other states than nearly all. Nothing of it is done unless somebody agrees.
/// </summary>
public static class MappingProposer
{
    private const double NearlyAll = 0.8;
    private const int MostProposals = 12;

    private static readonly ImportField[] s_places = [ImportField.JurisdictionCode, ImportField.State, ImportField.District, ImportField.Station];

    /// <param name="names">Of the file, the archive's entry and the sheet; null where there is none.</param>
    public static IReadOnlyList<MappingProposal>? Propose(
        FileUnderstanding file, ImportMapping mapping, JurisdictionTree places, params ReadOnlySpan<string?> names)
    {
        List<MappingProposal> all = [.. Constants(mapping, places, [.. file.Titles, .. names]), .. LeftOut(file), .. OneState(file, mapping)];
        return all.Count == 0 ? null : [.. all.Take(MostProposals)];
    }

    private static IEnumerable<MappingProposal> Constants(ImportMapping mapping, JurisdictionTree places, IEnumerable<string?> texts)
    {
        if (Has(mapping, ImportField.JurisdictionCode) || Has(mapping, ImportField.State))
            yield break;
        var needsDistrict = !s_places.Any(field => Has(mapping, field));
        foreach (var text in texts.OfType<string>())
        {
            var words = Words(text);
            var state = Only(places, JurisdictionLevel.State, words);
            var district = needsDistrict ? Only(places, JurisdictionLevel.District, words) : null;
            if (district is not null && (state is null || state.Contains(district)))
                state ??= places.AncestorAt(district, JurisdictionLevel.State);
            else
                district = null;
            if (state is null)
                continue;
            yield return Constant(ImportField.State, state, text);
            if (district is not null && district.NameIn("en") != state.NameIn("en"))
                yield return Constant(ImportField.District, district, text);
            yield break;
        }
    }

    private static MappingProposal Constant(ImportField field, Jurisdiction place, string text) =>
        new(ProposalKind.Constant, ImportFields.NameOf(field), place.NameIn("en"), 0, text.Trim());

    // The one place of a level that is named; of two none.
    private static Jurisdiction? Only(JurisdictionTree places, JurisdictionLevel level, string words)
    {
        Jurisdiction? found = null;
        foreach (var place in places.All.Where(place => place.Level == level))
        {
            if (!place.Names.Values.Any(name => words.Contains(Words(name), StringComparison.Ordinal)))
                continue;
            if (found is not null)
                return null;
            found = place;
        }

        return found;
    }

    private static IEnumerable<MappingProposal> LeftOut(FileUnderstanding file) =>
        from column in file.Columns
        where !column.IsPersonal && column.Name.Length > 0
        from value in column.NoCases
        orderby value.Value descending
        select new MappingProposal(ProposalKind.LeaveOut, column.Name, value.Key, value.Value);

    private static IEnumerable<MappingProposal> OneState(FileUnderstanding file, ImportMapping mapping)
    {
        if (!mapping.Columns.TryGetValue(ImportFields.NameOf(ImportField.State), out var state) || state.From is not [var name])
            yield break;
        var column = file.Columns.First(column => column.Name == name);
        var rows = column.Frequent.Sum(value => value.Value);
        if (column.Distinct > 1 && column.Frequent is [var most, ..] && most.Value >= NearlyAll * rows)
            yield return new MappingProposal(ProposalKind.Only, name, most.Key, most.Value);
    }

    private static bool Has(ImportMapping mapping, ImportField field) => mapping.Columns.ContainsKey(ImportFields.NameOf(field));

    // Letters and digits in small, every other run of signs as one blank, with one before and behind: names are found as whole words.
    private static string Words(string text)
    {
        var words = new StringBuilder(" ");
        foreach (var sign in text.Normalize(NormalizationForm.FormC))
            if (char.IsLetterOrDigit(sign) || char.GetUnicodeCategory(sign) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark)
                words.Append(char.ToLowerInvariant(sign));
            else if (words[^1] != ' ')
                words.Append(' ');
        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
