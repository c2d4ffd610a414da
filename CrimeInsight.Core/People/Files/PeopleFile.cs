using CrimeInsight.Core.Import.Reading;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.People.Files;

/// <summary>
/// Reads people and their places from a CSV file and judges each row: <c>name</c>, <c>user_name</c>, <c>role</c> (officer, supervisor, admin),
/// <c>places</c> (codes or names, by semicolons). A sign-in name that exists is changed, another invited.
/// </summary>
/// <param name="people">Whom the administrator sees.</param>
public sealed class PeopleFile(Viewer admin, IReadOnlyList<ManagedPerson> people, JurisdictionTree tree)
{
    public const string NameColumn = "name";
    public const string UserNameColumn = "user_name";
    public const string RoleColumn = "role";
    public const string PlacesColumn = "places";
    public const int MostRows = 5_000;

    private const string Wanted = $"{NameColumn}, {UserNameColumn}, {RoleColumn}, {PlacesColumn}";

    private readonly Dictionary<string, ManagedPerson> _known = people.ToDictionary(person => person.UserName, StringComparer.OrdinalIgnoreCase);
    private readonly List<Jurisdiction> _roots = [.. admin.JurisdictionIds.Select(tree.Find).OfType<Jurisdiction>()];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<ILookup<string, Jurisdiction>> _byName = new(() => tree.All
        .SelectMany(place => place.Names.Values.Select(name => (Name: JurisdictionSearch.Normalise(name), Place: place)).Distinct())
        .ToLookup(named => named.Name, named => named.Place));

    /// <exception cref="OperatorException">The file is none, lacks a column, or has too many rows.</exception>
    public PeopleFileReport Judge(TextReader text)
    {
        var table = new CsvTable(text, null, Wanted);
        var columns = new[] { NameColumn, UserNameColumn, RoleColumn, PlacesColumn }.Select(table.Column).ToArray();
        var rows = new List<PeopleFileRow>();
        while (table.Read())
        {
            if (rows.Count == MostRows)
                throw table.Refused($"has more than {MostRows} rows; bring it in parts.");
            rows.Add(Judge(table.Row, table.Text(columns[0]).Trim(), table.Text(columns[1]).Trim(), table.Text(columns[2]).Trim(), table.Text(columns[3])));
        }

        return new PeopleFileReport(rows);
    }

    private PeopleFileRow Judge(int number, string name, string userName, string roleName, string placeNames)
    {
        var problems = new List<PeopleFileProblem>();
        if (!PersonNames.IsDisplayName(name))
            problems.Add(PeopleFileProblem.NameMissing);
        if (!PersonNames.IsUserName(userName))
            problems.Add(PeopleFileProblem.UserNameBad);
        else if (!_seen.Add(userName))
            problems.Add(PeopleFileProblem.UserNameTwice);
        if (RoleOf(roleName) is not { } role)
            problems.Add(PeopleFileProblem.RoleUnknown);
        else
        {
            var places = PlacesOf(placeNames, problems);
            var known = _known.GetValueOrDefault(userName);
            if (known?.Id == admin.PersonId)
                problems.Add(PeopleFileProblem.OwnRights);
            else if (known is { MayChange: false })
                problems.Add(PeopleFileProblem.NotYours);
            if (problems.Count == 0)
                return Accept(number, name, userName, role, places, known);
        }

        return new PeopleFileRow(number, name, userName, PeopleFileOutcome.Refused, problems);
    }

    private static PeopleFileRow Accept(int number, string name, string userName, PersonRole role, List<int> places, ManagedPerson? known)
    {
        if (known is null)
            return new PeopleFileRow(number, name, userName, PeopleFileOutcome.Invited, [])
            {
                Invitation = new PersonInvitation(userName, name, role, places),
            };
        if (known.DisplayName == name && known.Role == role && known.JurisdictionIds.Order().SequenceEqual(places.Order()))
            return new PeopleFileRow(number, name, userName, PeopleFileOutcome.Same, []);
        return new PeopleFileRow(number, name, userName, PeopleFileOutcome.Changed, []) { Edit = new PersonEdit(known.Id, name, role, places) };
    }

    private List<int> PlacesOf(string names, List<PeopleFileProblem> problems)
    {
        var places = new List<int>();
        foreach (var name in names.Split([';', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Find(name) is not { } place)
                problems.Add(PeopleFileProblem.PlaceUnknown);
            else if (!_roots.Any(root => root.Contains(place)))
                problems.Add(PeopleFileProblem.PlaceNotYours);
            else if (!places.Contains(place.Id))
                places.Add(place.Id);
        }

        if (places.Count == 0 && !problems.Contains(PeopleFileProblem.PlaceUnknown) && !problems.Contains(PeopleFileProblem.PlaceNotYours))
            problems.Add(PeopleFileProblem.PlaceMissing);
        return places;
    }

    // A name that several places have names none, unless only one of them is theirs.
    private Jurisdiction? Find(string name)
    {
        if (tree.Find(name) is { } coded)
            return coded;
        var named = _byName.Value[JurisdictionSearch.Normalise(name)].Distinct().ToList();
        var own = named.Where(place => _roots.Any(root => root.Contains(place))).ToList();
        return own.Count == 1 ? own[0] : named.Count == 1 ? named[0] : null;
    }

    private static PersonRole? RoleOf(string name) =>
        Enum.GetValues<PersonRole>().Where(role => role.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Cast<PersonRole?>().FirstOrDefault();
}
