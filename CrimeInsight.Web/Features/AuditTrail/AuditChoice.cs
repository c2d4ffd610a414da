using System.Globalization;
using CrimeInsight.Core.People;
using CrimeInsight.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace CrimeInsight.Web.Features.AuditTrail;

/// <summary>Which rows of the trail the address asks for.</summary>
/// <param name="Until">The last day included.</param>
/// <param name="BeforeId">The page after this row.</param>
internal sealed record AuditChoice(
    string? Person = null, string? Action = null, string? Subject = null, string? Address = null, DateOnly? From = null, DateOnly? Until = null,
    long? BeforeId = null)
{
    public const int PageRows = 50;

    private const string DayFormat = "yyyy-MM-dd";
    private static readonly TimeSpan s_india = TimeSpan.FromHours(5.5);

    public static AuditChoice Parse(string query)
    {
        var members = QueryHelpers.ParseQuery(query);
        string? Word(string name) =>
            members.TryGetValue(name, out var value) && value.ToString().Trim() is { Length: > 0 and <= 200 } word ? word : null;
        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(Word(name), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new AuditChoice(
            Word("person"), Word("action"), Word("subject"), Word("address"), Day("from"), Day("until"),
            long.TryParse(Word("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);
    }

    public string ToQueryString() => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["person"] = Person,
        ["action"] = Action,
        ["subject"] = Subject,
        ["address"] = Address,
        ["from"] = Write(From),
        ["until"] = Write(Until),
        ["before"] = BeforeId?.ToString(CultureInfo.InvariantCulture),
    }.Where(member => !string.IsNullOrEmpty(member.Value)));

    public string Url => AppUrls.Audit + ToQueryString();

    /// <summary>The same rows as a file; pages are the screen's.</summary>
    public string FileUrl => AppUrls.AuditFile + ".csv" + (this with { BeforeId = null }).ToQueryString();

    public bool IsEmpty => this == new AuditChoice();

    public AuditSelection ToSelection(int limit) => new(Person, Action, Subject, Address, Begin(From), Begin(Until?.AddDays(1)), BeforeId, limit);

    public static string? Write(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Begin(DateOnly? day) =>
        day is { } known ? new DateTimeOffset(known.ToDateTime(TimeOnly.MinValue), s_india).ToUniversalTime() : null;
}
