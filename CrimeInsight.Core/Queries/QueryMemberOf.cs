using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>A member with values of a type.</summary>
/// <param name="form">What all members of such values have in common.</param>
/// <param name="with">The query with another value.</param>
/// <param name="rule">What the member may not be beside others.</param>
internal sealed class QueryMember<T>(
    string name, string parameter, QueryForm<T> form, Func<IncidentQuery, T> get, Func<IncidentQuery, T, IncidentQuery> with,
    Action<IncidentQuery, QueryProblems>? rule = null)
    : QueryMember(name, parameter)
{
    public override void Write(IncidentQuery query, Utf8JsonWriter writer)
    {
        if (get(query) is var value && form.IsAbsent(value))
            return;
        writer.WritePropertyName(Name);
        form.Write(writer, value);
    }

    public override IncidentQuery Read(IncidentQuery query, JsonElement json, QueryProblems problems) =>
        form.TryRead(Name, json, problems, out var value) ? with(query, value) : query;

    public override string ToText(IncidentQuery query) => form.ToText(get(query));

    public override IncidentQuery Parse(IncidentQuery query, string text, QueryProblems problems) =>
        form.TryParse(Parameter, text, problems, out var value) ? with(query, value) : query;

    public override void Check(IncidentQuery query, QueryProblems problems)
    {
        form.Check(Name, get(query), problems);
        rule?.Invoke(query, problems);
    }

    public override bool AreSame(IncidentQuery left, IncidentQuery right) => form.AreSame(get(left), get(right));

    public override void AddTo(ref HashCode hash, IncidentQuery query) => form.AddTo(ref hash, get(query));
}
