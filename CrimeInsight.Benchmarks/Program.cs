Console.WriteLine("CrimeInsight benchmarks");
