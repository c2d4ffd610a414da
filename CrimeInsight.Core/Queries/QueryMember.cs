using System.Text.Json;

namespace CrimeInsight.Core.Queries;

/// <summary>A member of a query: what readers and writers of JSON and addresses, the validator and equality know of it.</summary>
/// <param name="name">In JSON; problems name it.</param>
/// <param name="parameter">In an address.</param>
internal abstract class QueryMember(string name, string parameter)
{
    public string Name { get; } = name;

    public string Parameter { get; } = parameter;

    /// <summary>Writes it, unless its value is what an absent one means.</summary>
    public abstract void Write(IncidentQuery query, Utf8JsonWriter writer);

    /// <summary>The query with what JSON says of the member, as far as it can be read.</summary>
    public abstract IncidentQuery Read(IncidentQuery query, JsonElement json, QueryProblems problems);

    /// <summary>Its text in an address, escaped; blank: absent.</summary>
    public abstract string ToText(IncidentQuery query);

    /// <summary>The query with what an address says of the member, as far as it can be read.</summary>
    /// <param name="text">Unescaped.</param>
    public abstract IncidentQuery Parse(IncidentQuery query, string text, QueryProblems problems);

    public abstract void Check(IncidentQuery query, QueryProblems problems);

    public abstract bool AreSame(IncidentQuery left, IncidentQuery right);

    public abstract void AddTo(ref HashCode hash, IncidentQuery query);
}
