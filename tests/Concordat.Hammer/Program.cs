Console.WriteLine("hammer");
