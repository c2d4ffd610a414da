using System.Globalization;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Queries;

/// <summary>
/// Key of a row along one dimension: what the catalogue says (<see cref="DimensionKey"/>), a code or name, a month, a day or a
/// number. Written as it stands in JSON and files.
/// </summary>
public readonly record struct QueryKey
{
    private readonly string? _code;
    private readonly Month? _month;
    private readonly DateOnly? _day;
    private readonly int? _number;

    private QueryKey(string? code = null, Month? month = null, DateOnly? day = null, int? number = null) =>
        (_code, _month, _day, _number) = (code, month, day, number);

    /// <summary>Code of a jurisdiction or head, or name of a gender, age band or status.</summary>
    /// <exception cref="InvalidOperationException">It is another kind of key; so of the others.</exception>
    public string Code => _code ?? throw Other("code");

    public Month Month => _month ?? throw Other("month");

    public DateOnly Day => _day ?? throw Other("day");

    /// <summary>A year, weekday or hour.</summary>
    public int Number => _number ?? throw Other("number");

    public static implicit operator QueryKey(string code) => new(code: code);

    public static implicit operator QueryKey(Month month) => new(month: month);

    public static implicit operator QueryKey(DateOnly day) => new(day: day);

    public static implicit operator QueryKey(int number) => new(number: number);

    public override string ToString() =>
        _code ?? _month?.ToString() ?? _day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? _number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private InvalidOperationException Other(string kind) => new($"The key {this} is no {kind}.");
}
